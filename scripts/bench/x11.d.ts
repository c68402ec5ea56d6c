/** What is used of the X client, which brings no types of its own. */
declare module 'x11' {
  type Answer<T> = (error: Error | null, answer: T) => void;
  interface XTest {
    readonly KeyPress: number;
    readonly KeyRelease: number;
    readonly MotionNotify: number;
    readonly ButtonPress: number;
    readonly ButtonRelease: number;
    /** `code`: of a key or a button. */
    FakeInput(type: number, code: number, delayMs: number, window: number, x: number, y: number): void;
  }
  interface XClient {
    QueryTree(window: number, answer: Answer<{ readonly children: readonly number[] }>): void;
    GetGeometry(window: number, answer: Answer<{ readonly width: number; readonly height: number }>): void;
    /** `revertTo` 1: the window under the pointer. */
    SetInputFocus(window: number, revertTo: number): void;
    require(extension: 'xtest', answer: Answer<XTest>): void;
    /** Ends the connection. */
    terminate(): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
  interface XDisplay {
    readonly client: XClient;
    readonly screen: readonly { readonly root: number }[];
  }
  export function createClient(options: { display: string }, answer: Answer<XDisplay>): void;
}
