import { connectDisplay, namedRequest } from './x-client.js';

const QUERY_EXTENSION = 98;
const GET_INPUT_FOCUS = 43;
const FAKE_INPUT = 2;

/** A hand at a display's keyboard and mouse, by the server's own test extension. */
export interface XTest {
  /** Does as a device would: `detail` is the key's or the button's number; a mouse says where it is. */
  readonly fake: (kind: number, detail: number, at?: { readonly x: number; readonly y: number }) => void;
  /** Settles once the server has done what came before. */
  readonly done: () => Promise<void>;
  readonly stop: () => void;
}

/** Connects to a display whose keyboard and mouse are to be used. */
export async function startXTest(displayName: string): Promise<XTest> {
  const client = await connectDisplay(displayName);
  const extension = await client.ask(namedRequest(QUERY_EXTENSION, 'XTEST'));
  const opcode = extension.readUInt8(9);
  return {
    fake: (kind, detail, at) => {
      const request = Buffer.alloc(36);
      request.set([opcode, FAKE_INPUT, 9, 0, kind, detail]);
      if (at !== undefined) {
        request.writeUInt32LE(client.root, 12);
        request.writeInt16LE(Math.round(at.x), 24);
        request.writeInt16LE(Math.round(at.y), 26);
      }
      client.send(request);
    },
    // The answer to anything says that what was sent before is done.
    done: async () => void (await client.ask(Uint8Array.of(GET_INPUT_FOCUS, 0, 1, 0))),
    stop: client.stop,
  };
}
