import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const built = fileURLToPath(new URL("../../dist/inventory/listed-urns.js", import.meta.url));

// In a process of its own: what the arrays and the heap take for each URN, at the worst of all looks on the way to a number of URNs.
// What growing leaves for the garbage collector is counted too; what the engine compiles is there after the first time.
const measure = `
  const { ListedUrns } = await import(process.argv[1]);
  const nameOf = (index) => "urn:scaleway:project:block:fr-par-1:volume:00000000-0000-4000-8000-" + index;
  const collect = () => { for (let round = 0; round < 3; round += 1) gc(); };
  function fill(count) {
    collect();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    const listed = new ListedUrns();
    let most = 0;
    for (let index = 1; index <= count; index += 1) {
      listed.mark(nameOf(index), 1);
      if (index % 1000 === 0) most = Math.max(most, (process.memoryUsage().arrayBuffers - arrayBuffers) / index);
    }
    collect();
    return { most: most + (process.memoryUsage().heapUsed - heapUsed) / count, size: listed.size };
  }
  fill(20_000);
  console.log(JSON.stringify(fill(Number(process.argv[2]))));
`;

// The second is just after the table grew.
test.each([50_000, 98_400, 1_000_000])("%i URNs take at most 64 bytes each, on the way there too", (count) => {
  const args = ["--expose-gc", "--input-type=module", "-e", measure, built, `${count}`];
  const { most, size } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  expect(size).toBe(count);
  // A digest alone takes 16: less would say that nothing was measured.
  expect(most).toBeGreaterThan(16);
  expect(most).toBeLessThanOrEqual(64);
});
