resource "aws_imagebuilder_image_recipe" "root" {
  name              = "web"
  version           = "1.0.0"
  description       = "A web server"
  parent_image      = "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x"
  working_directory = "/var/tmp"
  user_data_base64  = base64encode("#!/bin/sh\ntouch /var/tmp/perform_cleanup\n")
  tags              = local.tags

  component {
    component_arn = aws_imagebuilder_component.data.arn

    parameter {
      name  = "Packages"
      value = "jq nginx"
    }
  }

  component {
    component_arn = aws_imagebuilder_component.uri.arn
  }

  component {
    component_arn = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x"
  }

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs {
      delete_on_termination = true
      encrypted             = true
      iops                  = 4000
      kms_key_id            = aws_kms_key.images.arn
      throughput            = 250
      volume_size           = 20
      volume_type           = "gp3"
    }
  }

  block_device_mapping {
    device_name = "/dev/sdb"

    ebs {
      delete_on_termination = false
      snapshot_id           = "snap-0123456789abcdef0"
    }
  }

  block_device_mapping {
    device_name  = "/dev/sdc"
    virtual_name = "ephemeral0"
  }

  block_device_mapping {
    device_name = "/dev/sdd"
    no_device   = true
  }
}

# The account's own image as a parent, and the agent left to the build.
resource "aws_imagebuilder_image_recipe" "chained" {
  name         = "web-hardened"
  version      = "1.0.0"
  parent_image = "arn:aws:imagebuilder:us-east-1:123456789012:image/${aws_imagebuilder_image_recipe.root.name}/x.x.x"
  # A recipe stands on what was built.
  depends_on = [aws_imagebuilder_image.ami]

  component {
    component_arn = aws_imagebuilder_component.uri.arn
  }

  systems_manager_agent {
    uninstall_after_build = true
  }
}
