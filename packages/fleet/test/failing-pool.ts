import type pg from "pg";

/** A pool whose connections do something before the given one of the statements that look so. */
export function failingAt(pool: pg.Pool, statement: RegExp, which: number, act: () => Promise<unknown>): pg.Pool {
  let met = 0;
  const wrapped = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get(target, property) {
        const value = Reflect.get(target, property, target);
        if (typeof value !== "function") return value;
        if (property !== "query") return value.bind(target);
        return (...query: unknown[]) => {
          const [asked] = query;
          const text = typeof asked === "string" ? asked : Object(asked).text;
          if (!statement.test(String(text))) return value.apply(target, query);
          met += 1;
          return met === which ? act().then(() => value.apply(target, query)) : value.apply(target, query);
        };
      },
    });
  return new Proxy(pool, {
    get(target, property) {
      if (property === "connect") return async () => wrapped(await target.connect());
      const value = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
