import { type Bar, bars, type Section, text, told, type Words } from "../blocks.ts";
import type { Figures } from "../figures.ts";
import type { Report } from "../report.ts";

const series = [
  { id: "plain", title: "hold data" },
  { id: "copies", title: "copies" },
];

/** In which countries and places data and copies of it lie. */
export function placesSection({ totals: { byCountry, byPlace } }: Report): Section {
  const countries = byCountry.flatMap((one) => barOf(one.country ?? "not told", one));
  const places = byPlace.flatMap((one) => barOf(placeName(one), one));
  if (countries.length === 0) {
    return {
      id: "places",
      title: "Where data lies",
      blocks: [text("No resource that holds data, and no copy, was found.")],
    };
  }
  return {
    id: "places",
    title: "Where data lies",
    blocks: [
      bars({ title: "Data and copies by country", of: "country", unit: "resources", series, bars: sorted(countries) }),
      bars({ title: "Data and copies by place", of: "place", unit: "resources", series, bars: sorted(places) }),
    ],
  };
}

function placeName({ country, region }: { readonly country?: string; readonly region?: string }): Words {
  if (region === undefined) return country === undefined ? "not told" : `in ${country}, place not told`;
  return told(country === undefined ? region : `${region} (${country})`);
}

function barOf(name: Words, { data, copies }: Figures): readonly Bar[] {
  return data + copies === 0 ? [] : [{ name, values: [data, copies] }];
}

const sumOf = ({ values }: Bar): number => values.reduce((sum, value) => sum + value, 0);

function sorted(all: readonly Bar[]): readonly Bar[] {
  return all.toSorted((one, other) => sumOf(other) - sumOf(one));
}
