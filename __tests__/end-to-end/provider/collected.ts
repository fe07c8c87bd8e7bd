import type { Readable } from "node:stream";

/** All that comes before the end. Unlike `for await` it leaves a stream of two directions open, for the answer. */
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
