import type http2 from "node:http2";

/** How a call ended, with the messages that came before its end. */
export interface Answer {
  readonly code: number;
  readonly message: string;
  readonly messages: readonly Buffer[];
}

export interface CallOptions {
  /** Sent as `grpc-timeout`, such as `5S`. */
  readonly timeout?: string;
  /** Is told of each message, and read no faster than it answers. */
  readonly onMessage?: (message: Buffer, stream: http2.ClientHttp2Stream) => Promise<void> | void;
}

/** A call of `inventory.Inventory`, framed by hand so that nothing of ours stands on both sides of the pipe. */
export async function call(
  session: http2.ClientHttp2Session,
  method: string,
  request: Buffer = Buffer.alloc(0),
  { timeout, onMessage }: CallOptions = {},
): Promise<Answer> {
  const stream = session.request({
    ":method": "POST",
    ":path": `/inventory.Inventory/${method}`,
    "content-type": "application/grpc",
    te: "trailers",
    ...(timeout === undefined ? {} : { "grpc-timeout": timeout }),
  });
  let headers: http2.IncomingHttpHeaders = {};
  stream.on("response", (given) => {
    headers = { ...headers, ...given };
  });
  stream.on("trailers", (given) => {
    headers = { ...headers, ...given };
  });
  stream.end(framed(request));
  const messages: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const end = 5 + rest.readUInt32BE(1);
      if (rest[0] !== 0) throw new Error("a compressed message");
      messages.push(rest.subarray(5, end));
      await onMessage?.(rest.subarray(5, end), stream);
      rest = rest.subarray(end);
    }
  }
  return {
    code: Number(headers["grpc-status"]),
    message: decodeURIComponent(String(headers["grpc-message"] ?? "")),
    messages,
  };
}

function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** `InitRequest`, for texts of less than 128 bytes an entry: lengths are then one byte. */
export function initRequest(config: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(config).map(([key, value]) => {
      const entry = Buffer.concat([shortField(1, key), shortField(2, value)]);
      if (entry.length > 127) throw new Error("too long for this encoder");
      return Buffer.concat([Buffer.from([0x0a, entry.length]), entry]);
    }),
  );
}

function shortField(number: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
}

/** The fields of a message that holds nothing but length-delimited ones, each number with its values in order. */
export function fields(message: Buffer): ReadonlyMap<number, readonly Buffer[]> {
  const found = new Map<number, Buffer[]>();
  let offset = 0;
  const varint = (): number => {
    let [value, shift] = [0, 0];
    for (let byte = 128; byte >= 128; shift += 7) {
      byte = message[offset++] ?? 0;
      value += (byte & 127) << shift;
    }
    return value;
  };
  while (offset < message.length) {
    const tag = varint();
    if ((tag & 7) !== 2) throw new Error(`wire type ${tag & 7}`);
    const length = varint();
    found.set(tag >> 3, [...(found.get(tag >> 3) ?? []), message.subarray(offset, offset + length)]);
    offset += length;
  }
  return found;
}

/** What the tests look at of one `ListResponse`. */
export function entryOf(message: Buffer) {
  const entry = fields(fields(message).get(1)?.[0] ?? Buffer.alloc(0));
  const text = (number: number): string => entry.get(number)?.[0]?.toString("utf8") ?? "";
  return { numbers: [...entry.keys()], urn: text(4), name: text(5), country: text(11), details: JSON.parse(text(9)) };
}
