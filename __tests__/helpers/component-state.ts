const arn = (rest: string) => `arn:aws:imagebuilder:us-east-1:123456789012:${rest}`;
/** Text of a component document. */
export const componentText =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs: { commands: [echo hello] }\n";

/** Returns a state with one component that no recipe uses. @param data text of the component */
export function componentState(data = componentText): string {
  return JSON.stringify({
    version: 4,
    terraform_version: "1.5.7",
    serial: 3,
    lineage: "3b9c7c4e-0000-4000-8000-000000000000",
    outputs: {},
    resources: [
      {
        mode: "managed",
        type: "aws_imagebuilder_component",
        name: "hello",
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            schema_version: 0,
            attributes: {
              arn: arn("component/hello/1.2.3/1"),
              id: arn("component/hello/1.2.3/1"),
              name: "hello",
              version: "1.2.3",
              platform: "Linux",
              type: "BUILD",
              data,
              owner: "123456789012",
              tags: {},
              tags_all: {},
            },
          },
        ],
      },
    ],
  });
}
