let missed = 0;

/** Prints a figure of a scenario. */
export function print(line) {
  console.log(`  ${line}`);
}

/** Prints whether a bound was held; one that was missed makes the benchmark fail. */
export function check(held, bound) {
  if (!held) missed += 1;
  print(`${held ? "held" : "MISSED"}: ${bound}`);
}

export function missedBounds() {
  return missed;
}

export function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
