export declare function asRoot(): string[];
export declare function isMariaDb(program: string): boolean;
export declare function makeDatabaseFolder(home: string, program: string): Promise<void>;
