resource "aws_imagebuilder_image_pipeline" "ami" {
  name                             = "web"
  description                      = "The ${var.change}"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.root.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.all.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.amis.arn
  enhanced_image_metadata_enabled  = false
  execution_role                   = aws_iam_role.execution.arn
  status                           = var.change == "first" ? "DISABLED" : "ENABLED"
  tags                             = local.tags

  image_tests_configuration {
    image_tests_enabled = true
    timeout_minutes     = var.change == "first" ? 60 : 90
  }

  image_scanning_configuration {
    image_scanning_enabled = true
  }

  schedule {
    pipeline_execution_start_condition = "EXPRESSION_MATCH_ONLY"
    schedule_expression                = var.change == "first" ? "cron(0 4 ? * SUN *)" : "cron(30 2 1 * ? *)"
    timezone                           = "Europe/Berlin"
  }

  workflow {
    workflow_arn = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"
  }

  workflow {
    workflow_arn   = aws_imagebuilder_workflow.data.arn
    on_failure     = "CONTINUE"
    parallel_group = var.change

    parameter {
      name  = "waitForPerson"
      value = "true"
    }
  }

  workflow {
    workflow_arn   = aws_imagebuilder_workflow.uri.arn
    on_failure     = "ABORT"
    parallel_group = var.change
  }
}

resource "aws_imagebuilder_image_pipeline" "container" {
  name                             = "web-container"
  container_recipe_arn             = aws_imagebuilder_container_recipe.data.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.all.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.containers.arn

  image_scanning_configuration {
    image_scanning_enabled = true

    ecr_configuration {
      repository_name = aws_ecr_repository.images.name
      container_tags  = ["scan", var.change]
    }
  }
}

# All that is left to the service.
resource "aws_imagebuilder_image_pipeline" "defaults" {
  name                             = "web-hardened"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.chained.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.host_group.arn

  schedule {
    schedule_expression = "cron(0 4 ? * SUN *)"
  }
}
