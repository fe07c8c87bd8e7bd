/** Returns the lifecycle policy of an ECR repository that keeps its newest images. Any change of it, also of its description, replaces it. */
export function newestImages(keep: number) {
  return {
    rules: [
      {
        rulePriority: 1,
        description: `Keep the newest ${keep}`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keep },
        action: { type: "expire" },
      },
    ],
  };
}
