import { checkExample } from "../../helpers/check-settings";
import { exampleProject } from "../../../src/definitions/example-texts";

const check = (address: string, text: string) =>
  checkExample({ environment: `${exampleProject.environment}overrides:\n  ${address}:\n    ${text}\n` });
const recipe = "aws_imagebuilder_image_recipe.base";

it.each([
  [recipe, "tags: { a: b }"],
  [recipe, "tags: null"],
  [recipe, 'working_directory: "${var.folder}"'],
  [recipe, "block_device_mapping: [{ device_name: /dev/sdb, ebs: { volume_size: 8, encrypted: true } }]"],
  [recipe, "lifecycle: { ignore_changes: [tags] }"],
  ["aws_imagebuilder_infrastructure_configuration.image-factory", 'terminate_instance_on_failure: "false"'],
  ["aws_imagebuilder_infrastructure_configuration.image-factory", 'security_group_ids: ["${aws_security_group.x.id}"]'],
  ["aws_kms_key.images-us-east-1", 'deletion_window_in_days: "7"'],
])("%s takes %s", async (address, text) => {
  expect(await check(address, text)).toEqual([]);
});

it.each([
  ["aws_sqs_queue.base", "name: x", "7:3"],
  [recipe, "arn: x", "8:5"],
  [recipe, "count: 2", "8:5"],
  [recipe, "tags: [a]", "8:11"],
  [recipe, "working_directory: [a]", "8:24"],
  [recipe, "block_device_mapping: x", "8:27"],
  [recipe, "block_device_mapping: [{ device: /dev/sdb }]", "8:30"],
  [recipe, "lifecycle: { forever: true }", "8:18"],
  ["aws_imagebuilder_infrastructure_configuration.image-factory", "terminate_instance_on_failure: perhaps", "8:36"],
  ["aws_kms_key.images-us-east-1", "deletion_window_in_days: seven", "8:30"],
])("%s does not take %s", async (address, text, place) => {
  expect(await check(address, text)).toEqual([`environments/dev.yaml:${place} override-argument`]);
});
