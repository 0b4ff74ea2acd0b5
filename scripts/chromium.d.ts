import type { Browser } from "playwright-core";

export declare function startChromium(folder: string, timeout: number): Promise<Browser>;
