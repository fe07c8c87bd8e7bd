resource "aws_imagebuilder_distribution_configuration" "amis" {
  name        = "amis"
  description = "To the ${var.change} accounts"
  tags        = local.tags

  distribution {
    region = "us-east-1"
    license_configuration_arns = [
      "arn:aws:license-manager:us-east-1:123456789012:license-configuration:lic-0123456789abcdef0123456789abcdef",
    ]

    ami_distribution_configuration {
      name               = "web-{{ imagebuilder:buildDate }}"
      description        = "The ${var.change}"
      kms_key_id         = aws_kms_key.images.arn
      target_account_ids = ["111122223333", "444455556666"]
      ami_tags           = { change = var.change }

      launch_permission {
        organization_arns        = ["arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5"]
        organizational_unit_arns = ["arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-a1b2-c3d4e5f6"]
        user_groups              = ["all"]
        user_ids                 = ["111122223333"]
      }
    }

    fast_launch_configuration {
      account_id            = "111122223333"
      enabled               = true
      max_parallel_launches = 6

      launch_template {
        launch_template_id      = aws_launch_template.web.id
        launch_template_version = "1"
      }

      snapshot_configuration {
        target_resource_count = 5
      }
    }

    fast_launch_configuration {
      account_id = "444455556666"
      enabled    = true

      launch_template {
        launch_template_name    = "web"
        launch_template_version = "2"
      }
    }

    launch_template_configuration {
      account_id         = "111122223333"
      default            = false
      launch_template_id = "lt-0123456789abcdef0"
    }

    launch_template_configuration {
      launch_template_id = aws_launch_template.web.id
    }

    s3_export_configuration {
      disk_image_format = "VMDK"
      role_name         = "vmimport"
      s3_bucket         = aws_s3_bucket.documents.bucket
      s3_prefix         = "disks/"
    }

    ssm_parameter_configuration {
      ami_account_id = "111122223333"
      data_type      = "aws:ec2:image"
      parameter_name = "/imagebuilder/web"
    }

    ssm_parameter_configuration {
      parameter_name = "/imagebuilder/web-as-text"
      data_type      = "text"
    }
  }

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name = "web-{{ imagebuilder:buildDate }}"
    }
  }
}

resource "aws_imagebuilder_distribution_configuration" "containers" {
  name = "containers"

  distribution {
    region = "us-east-1"

    container_distribution_configuration {
      container_tags = ["latest", var.change]
      description    = "The ${var.change}"

      target_repository {
        repository_name = aws_ecr_repository.images.name
        service         = "ECR"
      }
    }
  }
}

# The other accounts of the first one hold nothing that a build could use.
resource "aws_imagebuilder_distribution_configuration" "regions" {
  name = "regions"

  distribution {
    region = "us-east-1"

    ami_distribution_configuration {
      name = "web-{{ imagebuilder:buildDate }}"
    }
  }

  distribution {
    region = "eu-west-1"

    ami_distribution_configuration {
      name = "web-{{ imagebuilder:buildDate }}"
    }
  }
}
