/** A field of a Protocol Buffers message. */
interface Field {
  readonly number: number;
  /** All bytes of the field, including number and length. */
  readonly whole: Buffer;
  /** Content of the field; empty for a number. */
  readonly content: Buffer;
}

/** Bytes before a gRPC message: whether it is compressed, and its length in four bytes. */
const frameSize = 5;

/** Returns the message of a gRPC body that contains exactly one. */
export function unframed(body: Buffer): Buffer {
  if (body[0] !== 0 || body.readUInt32BE(1) !== body.length - frameSize) throw new Error("not one plain gRPC message");
  return body.subarray(frameSize);
}

export function framed(message: Buffer): Buffer {
  const frame = Buffer.alloc(frameSize);
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}

/**
 * Returns the fields of a message in their order.
 *
 * Source: Protocol Buffers, "Encoding"
 */
export function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error("the message is cut off");
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const tag = next();
    const kind = tag % 8;
    if (kind !== 0 && kind !== 2) throw new Error(`a field of kind ${kind} is not read here`);
    const length = next();
    const content = message.subarray(at, kind === 2 ? at + length : at);
    at += content.length;
    yield { number: Math.floor(tag / 8), whole: message.subarray(start, at), content };
  }
}
