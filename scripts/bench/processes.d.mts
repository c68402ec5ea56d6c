/** What tests use of it; the types of the rest are in the file itself. */
export declare function readPssMb(root: number, mark: string): Promise<number>;
export declare function readCpuPercent(root: number, mark: string, windowMs: number): Promise<number>;
