import { exampleProject } from "../../definitions/rules";

/** An environment that shares its image with another account, to be varied. */
export const sharing = `${exampleProject.environment}    distribute:
      - region: us-east-1
        share: { accounts: ["111122223333"] }
`;

/** The same, but the account gets a copy of its own. */
export const copying = sharing.replace("share:", "copyTo:");

/** The environment of that account, to be varied. */
export const receiving = `account: "111122223333"
region: us-east-1
consumer:
  from:
    dev:
      images:
        base: {}
`;

/** An example of both. */
export function both(dev: string, team: string): Record<string, string> {
  return { "environments/dev.yaml": dev, "environments/team.yaml": team };
}
