locals {
  dockerfile = <<-EOT
    FROM {{{ imagebuilder:parentImage }}}
    {{{ imagebuilder:environments }}}
    {{{ imagebuilder:components }}}
  EOT
}

resource "aws_imagebuilder_container_recipe" "data" {
  name                     = "web"
  version                  = "1.0.0"
  description              = "A web server"
  container_type           = "DOCKER"
  parent_image             = "public.ecr.aws/amazonlinux/amazonlinux:2023"
  platform_override        = "Linux"
  dockerfile_template_data = local.dockerfile
  working_directory        = "/tmp"
  kms_key_id               = aws_kms_key.images.arn
  tags                     = local.tags

  component {
    component_arn = aws_imagebuilder_component.data.arn

    parameter {
      name  = "Packages"
      value = "nginx"
    }
  }

  instance_configuration {
    image = "ami-0123456789abcdef0"

    block_device_mapping {
      device_name = "/dev/xvda"

      ebs {
        delete_on_termination = true
        encrypted             = true
        iops                  = 3000
        kms_key_id            = aws_kms_key.images.arn
        snapshot_id           = "snap-0123456789abcdef0"
        throughput            = 125
        volume_size           = 40
        volume_type           = "gp3"
      }
    }

    block_device_mapping {
      device_name  = "/dev/sdb"
      virtual_name = "ephemeral0"
    }

    block_device_mapping {
      device_name = "/dev/sdc"
      no_device   = true
    }
  }

  target_repository {
    repository_name = aws_ecr_repository.images.name
    service         = "ECR"
  }
}

resource "aws_imagebuilder_container_recipe" "uri" {
  name                    = "web-from-s3"
  version                 = "1.0.0"
  container_type          = "DOCKER"
  parent_image            = "amazonlinux:latest"
  dockerfile_template_uri = "s3://${aws_s3_object.dockerfile.bucket}/${aws_s3_object.dockerfile.key}"

  component {
    component_arn = aws_imagebuilder_component.data.arn
  }

  target_repository {
    repository_name = aws_ecr_repository.images.name
    service         = "ECR"
  }
}
