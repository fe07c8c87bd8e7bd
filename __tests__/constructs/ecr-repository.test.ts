import { EcrRepository } from "../../src/constructs/ecr-repository";
import type { Repository } from "../../src/factory/built";
import { resourcesOf } from "../helpers/synthesised";

const required: Repository = { name: "team/web", create: true, movingTags: false, scanOnPush: true };
const resourcesWith = (repository: Partial<Repository>) =>
  resourcesOf(
    (stack) => new EcrRepository(stack, "repository", { container: "web", repository: { ...required, ...repository } }),
  );

test("with required props, it is encrypted, scanned, open to lifecycle policies, and its tags do not move", () => {
  expect(resourcesWith({})).toEqual({
    aws_ecr_repository: {
      web: {
        name: "team/web",
        image_tag_mutability: "IMMUTABLE",
        image_scanning_configuration: { scan_on_push: true },
        encryption_configuration: [{ encryption_type: "AES256" }],
        force_delete: false,
        tags: { LifecycleExecutionAccess: "EC2 Image Builder" },
      },
    },
  });
});

test("with all props, tags may move and the newest images are kept", () => {
  const { aws_ecr_repository: repositories, aws_ecr_lifecycle_policy: policies } = resourcesWith({
    movingTags: true,
    keep: 10,
  });
  expect(repositories?.web?.image_tag_mutability).toBe("MUTABLE");
  expect(policies?.web?.repository).toBe("${aws_ecr_repository.web.name}");
  expect(JSON.parse(String(policies?.web?.policy))).toEqual({
    rules: [
      {
        rulePriority: 1,
        description: "Keep the newest 10",
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 10 },
        action: { type: "expire" },
      },
    ],
  });
});

test("a given repository is left alone", () => {
  let repository: EcrRepository | undefined;
  const resources = resourcesOf((stack) => {
    repository = new EcrRepository(stack, "repository", {
      container: "web",
      repository: { ...required, create: false, keep: 3 },
    });
  });
  expect(resources).toEqual({});
  expect(repository?.repositoryName).toBe("team/web");
});

test("it is encrypted with the key, and scanned as it is said", () => {
  const kmsKey = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
  expect(resourcesWith({ kmsKey, scanOnPush: false }).aws_ecr_repository?.web).toMatchObject({
    image_scanning_configuration: { scan_on_push: false },
    encryption_configuration: [{ encryption_type: "KMS", kms_key: kmsKey }],
  });
});
