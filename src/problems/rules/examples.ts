import type { Example } from "../rule";

const image = "parent:\n  os: amazon-linux-2023\n  architecture: x86_64\ncomponents:\n  - aws: update-linux\n";
const environment = 'account: "123456789012"\nregion: us-east-1\nimages:\n  base:\n    schedule: manual\n';

/** A project of one image and one environment, with these texts besides or in place of theirs. */
export function project(texts: { readonly image?: string; readonly environment?: string } = {}): Example {
  return {
    "images/base.yaml": texts.image ?? image,
    "environments/dev.yaml": texts.environment ?? environment,
  };
}

/** The image with something before or after it. */
export function imageWith(before: string, after = ""): Example {
  return project({ image: `${before}${image}${after}` });
}

/** The same, built by an environment that lists these values. */
export function imageWithValue(more: string, values: string): Example {
  return project({ image: `${image}${more}`, environment: `values: ${values}\n${environment}` });
}

/** A component document whose one step goes on like this. */
export function stepWith(action: string, rest: string, platform = "linux"): Example {
  const text = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Step\n        action: ${action}\n`;
  return { [`components/${platform}/example.yaml`]: `${text}${rest.replace(/^(?=.)/gm, " ".repeat(8))}` };
}
