/** The texts of the viewer of pictures; they come with it. */
export const viewing = {
  previous: 'Previous picture',
  next: 'Next picture',
  place: (at: string, all: string) => `${at} of ${all}`,
};

export type ViewingTexts = typeof viewing;
