/** For tests in TypeScript, which read no types of a program; what each does is said there. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}
export declare function parseStat(text: string): ProcessStat;
export declare function readTree(root: number, mark: string): Promise<readonly ProcessStat[]>;
export declare function readPssMb(root: number, mark: string): Promise<number>;
export declare function readCpuPercent(root: number, mark: string, windowMs: number): Promise<number>;
export declare function readBusySeconds(): Promise<number>;
export declare function readTreeSeconds(root: number, mark: string): Promise<number>;
export declare function waitUntilQuiet(patienceMs: number): Promise<number>;
