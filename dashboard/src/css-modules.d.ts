/** Class names of a style sheet beside its part, made unique by the bundler. */
declare module '*.module.css' {
  const classes: { readonly [name: string]: string };
  // biome-ignore lint/style/noDefaultExport: that is how the bundler gives them
  export default classes;
}
