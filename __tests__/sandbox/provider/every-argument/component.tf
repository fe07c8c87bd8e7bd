locals {
  build_component = <<-EOT
    schemaVersion: 1.0
    parameters:
      - Packages:
          type: string
          default: jq
    phases:
      - name: build
        steps:
          - name: Install
            action: ExecuteBash
            timeoutSeconds: 600
            inputs:
              commands:
                - dnf install -y {{ Packages }}
  EOT

  test_component = <<-EOT
    schemaVersion: 1.0
    phases:
      - name: test
        steps:
          - name: Check
            action: ExecuteBash
            inputs:
              commands:
                - jq --version
  EOT
}

resource "aws_imagebuilder_component" "data" {
  name                  = "install"
  version               = "1.0.0"
  platform              = "Linux"
  description           = "Installs packages"
  change_description    = "The first"
  data                  = local.build_component
  supported_os_versions = ["Amazon Linux 2023", "Amazon Linux 2"]
  kms_key_id            = aws_kms_key.images.arn
  skip_destroy          = false
  tags                  = local.tags
}

resource "aws_imagebuilder_component" "uri" {
  name     = "check"
  version  = "1.0.0"
  platform = "Linux"
  uri      = "s3://${aws_s3_object.component.bucket}/${aws_s3_object.component.key}"
}

# Each region has a state of its own, so the same name and version is free there.
resource "aws_imagebuilder_component" "ireland" {
  provider = aws.ireland
  name     = "install"
  version  = "1.0.0"
  platform = "Linux"
  data     = local.build_component
}
