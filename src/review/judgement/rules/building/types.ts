export const pipelineType = "aws_imagebuilder_image_pipeline";
