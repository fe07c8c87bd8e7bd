locals {
  workflow = <<-EOT
    name: test-image
    description: Waits for a person
    schemaVersion: 1.0
    parameters:
      - name: waitForPerson
        type: boolean
        default: false
    steps:
      - name: LaunchTestInstance
        action: LaunchInstance
        onFailure: Abort
        inputs:
          waitFor: ssmAgent
      - name: WaitForPerson
        action: WaitForAction
        if:
          booleanEquals: true
          value: $.parameters.waitForPerson
      - name: TerminateTestInstance
        action: TerminateInstance
        onFailure: Continue
        inputs:
          instanceId.$: $.stepOutputs.LaunchTestInstance.instanceId
  EOT
}

resource "aws_imagebuilder_workflow" "data" {
  name               = "wait"
  version            = "1.0.0"
  type               = "TEST"
  description        = "Waits for a person"
  change_description = "The first"
  data               = local.workflow
  kms_key_id         = aws_kms_key.images.arn
  tags               = local.tags
}

resource "aws_imagebuilder_workflow" "uri" {
  name    = "wait-from-s3"
  version = "1.0.0"
  type    = "TEST"
  uri     = "s3://${aws_s3_object.workflow.bucket}/${aws_s3_object.workflow.key}"
}
