import { environmentText } from "../../definitions/example-texts";

/** Parts of the environment that receives which differ. */
interface ReceiverParts {
  readonly account?: string;
  readonly region?: string;
  /** Lines below `consumer`. */
  readonly consumer?: string;
  /** The name of the environment that it receives from, with a marker or without. */
  readonly from?: string;
  /** Lines below that name. */
  readonly keys?: string;
  /** What it says of the image, with its name. */
  readonly image?: string;
  readonly more?: string;
}

/** How an image goes to the other account: lines below one of its distributions. */
const shared = '        share: { accounts: ["111122223333"] }\n';
const copied = '        copyTo: { accounts: ["111122223333"] }\n';

/** The text of an environment that builds the image and distributes it in this way. */
export function building(lines: string, parts: { account?: string; more?: string } = {}): string {
  return environmentText({ ...parts, images: { base: `    distribute:\n      - region: us-east-1\n${lines}` } });
}

/** An environment that shares its image with another account. */
export const sharing = building(shared);

/** The same, which has a channel. */
export const sharingChannels = `channels: [stable]\n${sharing}`;

/** The same with more below the distribution. */
export function sharingWith(lines: string, parts: { account?: string; more?: string } = {}): string {
  return building(`${shared}        ${lines}\n`, parts);
}

/** The same, but the account gets a copy of its own. */
export const copying = building(copied);

/** The text of the environment of that account. */
export function receivingWith({
  account = '"111122223333"',
  region = "us-east-1",
  consumer = "",
  from = "dev",
  keys = "",
  image = "base: {}",
  more = "",
}: ReceiverParts): string {
  return `account: ${account}\nregion: ${region}\nconsumer:\n${consumer}  from:\n    ${from}:\n${keys}      images:\n        ${image}\n${more}`;
}

/** The environment of that account. */
export const receiving = receivingWith({});

/** An example of both. */
export function both(dev: string, team: string): Record<string, string> {
  return { "environments/dev.yaml": dev, "environments/team.yaml": team };
}
