/** The Dockerfile template of a container that gives none: what Image Builder needs and no more. */
export const defaultDockerfile = `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
`;
