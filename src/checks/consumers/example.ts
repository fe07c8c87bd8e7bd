import { environmentText } from "../../definitions/example-texts";

/** Parts of the example consumer environment that can be changed. */
interface ConsumerParts {
  readonly account?: string;
  readonly region?: string;
  /** Lines below the key `consumer`. */
  readonly consumer?: string;
  /** Name of the environment that builds the image, with or without a marker. */
  readonly from?: string;
  /** Lines below the name of the building environment. */
  readonly keys?: string;
  /** Name of the image and its settings. */
  readonly image?: string;
  readonly more?: string;
}

/** Lines of a distribution that share or copy an image to the other account. */
const shared = '        share: { accounts: ["111122223333"] }\n';
const copied = '        copyTo: { accounts: ["111122223333"] }\n';

/** Returns the text of an environment that builds the image and has these lines in its distribution. */
export function building(lines: string, parts: { account?: string; more?: string } = {}): string {
  return environmentText({ ...parts, images: { base: `    distribute:\n      - region: us-east-1\n${lines}` } });
}

/** Environment that shares its image with another account. */
export const sharing = building(shared);

/** Environment with a channel that shares its image with another account. */
export const sharingChannels = `channels: [stable]\n${sharing}`;

/** Returns the text of an environment that shares its image and has more lines in its distribution. */
export function sharingWith(lines: string, parts: { account?: string; more?: string } = {}): string {
  return building(`${shared}        ${lines}\n`, parts);
}

/** Environment that copies its image to another account. */
export const copying = building(copied);

/** Returns the text of an environment of the other account, which receives the image. */
export function consumerWith({
  account = '"111122223333"',
  region = "us-east-1",
  consumer = "",
  from = "dev",
  keys = "",
  image = "base: {}",
  more = "",
}: ConsumerParts): string {
  return `account: ${account}\nregion: ${region}\nconsumer:\n${consumer}  from:\n    ${from}:\n${keys}      images:\n        ${image}\n${more}`;
}

/** Environment of the other account, which receives the image. */
export const consumerText = consumerWith({});

/** Returns a project with a building environment and a consumer environment. */
export function both(dev: string, team: string): Record<string, string> {
  return { "environments/dev.yaml": dev, "environments/team.yaml": team };
}
