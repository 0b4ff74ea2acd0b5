/** A map whose values are worked out when they are first asked for: most who ask want few of them. */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #makers: ReadonlyMap<Key, () => Value>;
  readonly #made = new Map<Key, Value>();

  constructor(makers: Iterable<readonly [Key, () => Value]>) {
    this.#makers = new Map(makers);
  }

  get size(): number {
    return this.#makers.size;
  }

  get(key: Key): Value | undefined {
    const make = this.#makers.get(key);
    if (make === undefined) return undefined;
    const value = this.#made.get(key) ?? make();
    this.#made.set(key, value);
    return value;
  }

  has(key: Key): boolean {
    return this.#makers.has(key);
  }

  keys(): MapIterator<Key> {
    return this.#makers.keys();
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, make] of this.#makers) yield [key, this.get(key) ?? make()];
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
