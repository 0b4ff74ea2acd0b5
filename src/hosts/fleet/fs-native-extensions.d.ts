/** The part of the package that is used here; it comes without types. */
declare module "fs-native-extensions" {
  /** Locks a file for this process alone, as long as it is open: the system lets go when the process ends, however it ends. */
  export function tryLock(file: number): boolean;
  export function unlock(file: number): void;
}
