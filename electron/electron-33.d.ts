/** What Electron 33 does when it runs, though its types say otherwise. Read by its own project alone. */
declare namespace Electron {
  namespace Main {
    const clipboard: Electron.Clipboard;
  }
  interface Session {
    setDisplayMediaRequestHandler(
      handler: (
        request: DisplayMediaRequestHandlerHandlerRequest,
        callback: (streams: unknown) => void,
      ) => void,
    ): void;
  }
  interface Menu {
    popup(options: { readonly window: BaseWindow; readonly x: number; readonly y: number }): void;
  }
}
