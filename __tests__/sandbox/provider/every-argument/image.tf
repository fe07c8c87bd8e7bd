resource "aws_imagebuilder_image" "ami" {
  image_recipe_arn                 = aws_imagebuilder_image_recipe.root.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.all.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.regions.arn
  enhanced_image_metadata_enabled  = false
  execution_role                   = aws_iam_role.execution.arn
  tags                             = local.tags

  image_tests_configuration {
    image_tests_enabled = false
    timeout_minutes     = 60
  }

  image_scanning_configuration {
    image_scanning_enabled = true
  }

  # Without one that builds there would be no AMI.
  workflow {
    workflow_arn = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"
  }

  workflow {
    workflow_arn   = aws_imagebuilder_workflow.data.arn
    on_failure     = "CONTINUE"
    parallel_group = "tests"

    parameter {
      name  = "waitForPerson"
      value = "false"
    }
  }

  timeouts {
    create = "3h"
  }
}

resource "aws_imagebuilder_image" "container" {
  container_recipe_arn             = aws_imagebuilder_container_recipe.uri.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.all.arn

  image_scanning_configuration {
    image_scanning_enabled = true

    ecr_configuration {
      repository_name = "scans"
      container_tags  = ["scan"]
    }
  }
}
