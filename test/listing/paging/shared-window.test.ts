import { expect, test } from "vitest";
import { createSharedWindow, type Window } from "../../../src/listing/paging/shared-window.ts";

test("lists share a window while they are read, and the last one has all of it", async () => {
  const share = createSharedWindow(10);
  const windows: Window[] = [];
  const lists = Array.from({ length: 32 }, () =>
    share(async function* (window) {
      windows.push(window);
      yield 1;
    }),
  );
  const sizes = async (reading: number) => {
    for (const list of lists.splice(0, lists.length - reading)) await list.return();
    return windows.at(-1)?.();
  };
  for (const list of lists) await list.next();
  expect(await sizes(32)).toBe(1);
  expect(await sizes(4)).toBe(3);
  expect(await sizes(1)).toBe(10);
});

test("a list that fails gives its part back", async () => {
  const share = createSharedWindow(10);
  let size: Window = () => 0;
  const failing = share(async function* () {
    yield 1;
    throw new Error("page 2");
  });
  const other = share(async function* (window) {
    size = window;
    yield 1;
  });
  await failing.next();
  await other.next();
  expect(size()).toBe(5);
  await expect(failing.next()).rejects.toThrow("page 2");
  expect(size()).toBe(10);
});
