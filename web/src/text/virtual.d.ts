declare module "virtual:cultures" {
  export const cultures: readonly import("./culture.ts").Culture[];
}
