data "aws_imagebuilder_component" "one" {
  arn = aws_imagebuilder_component.data.arn
}

# Of provider 5.100.0, this fails on a mapping with no_device.
data "aws_imagebuilder_container_recipe" "one" {
  arn = aws_imagebuilder_container_recipe.uri.arn
}

data "aws_imagebuilder_distribution_configuration" "one" {
  arn = aws_imagebuilder_distribution_configuration.amis.arn
}

data "aws_imagebuilder_image" "one" {
  arn = aws_imagebuilder_image.ami.arn
}

# Of provider 5.100.0, this fails on every schedule.
data "aws_imagebuilder_image_pipeline" "one" {
  arn = aws_imagebuilder_image_pipeline.container.arn
}

# As for container recipes.
data "aws_imagebuilder_image_recipe" "one" {
  arn = aws_imagebuilder_image_recipe.chained.arn
}

data "aws_imagebuilder_infrastructure_configuration" "one" {
  arn = aws_imagebuilder_infrastructure_configuration.all.arn
}

data "aws_imagebuilder_components" "named" {
  owner      = "Self"
  depends_on = [aws_imagebuilder_component.data, aws_imagebuilder_component.uri]

  filter {
    name   = "name"
    values = ["install"]
  }
}

data "aws_imagebuilder_components" "amazon" {
  owner = "Amazon"
}

data "aws_imagebuilder_container_recipes" "named" {
  owner      = "Self"
  depends_on = [aws_imagebuilder_container_recipe.data, aws_imagebuilder_container_recipe.uri]

  filter {
    name   = "name"
    values = ["web"]
  }
}

data "aws_imagebuilder_distribution_configurations" "named" {
  depends_on = [aws_imagebuilder_distribution_configuration.amis, aws_imagebuilder_distribution_configuration.containers]

  filter {
    name   = "name"
    values = ["amis"]
  }
}

data "aws_imagebuilder_image_pipelines" "named" {
  depends_on = [aws_imagebuilder_image_pipeline.ami, aws_imagebuilder_image_pipeline.container]

  filter {
    name   = "name"
    values = ["web"]
  }
}

data "aws_imagebuilder_image_recipes" "named" {
  owner      = "Self"
  depends_on = [aws_imagebuilder_image_recipe.root, aws_imagebuilder_image_recipe.chained]

  filter {
    name   = "name"
    values = ["web"]
  }
}

data "aws_imagebuilder_infrastructure_configurations" "named" {
  depends_on = [aws_imagebuilder_infrastructure_configuration.all]

  filter {
    name   = "name"
    values = ["build"]
  }
}
