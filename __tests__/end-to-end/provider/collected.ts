import type { Readable } from "node:stream";

/** Reads a stream to its end. Unlike `for await`, it keeps a duplex stream open for the answer. */
export async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.once("error", reject);
    stream.once("end", () => {
      resolve(Buffer.concat(chunks));
    });
  });
}
