import { expect, story } from "../story.ts";

/** The Content-Security-Policy as the browser holds to it, on the built pages. */

story(
  "a page runs our files alone: nothing that was pasted into it, and nothing from elsewhere",
  async ({ person, page }) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    await person.signIn("PARTNERSHIP_MANAGER");
    for (const [path, heading] of [
      ["/partners", "Partners"],
      ["/collaborations/new", "Log a collaboration"],
    ] as const) {
      await page.goto(path);
      await expect(person.heading(heading)).toBeVisible();
    }
    expect(refused).toEqual([]);

    const served = await page.request.get("/");
    const scripts = [...(await served.text()).matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, attributes, text] of scripts) {
      expect(attributes).toMatch(/ src="\//);
      expect(text).toBe("");
    }

    await page.evaluate(() => {
      const add = (tag: string, attributes: Readonly<Record<string, string>>, text = "") => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = text;
        document.body.append(element);
      };
      add("script", {}, "window.ran = 'a script in the page'");
      add("script", { src: "data:text/javascript,window.ran='a script in an address'" });
      add("script", { src: "http://localhost:9/foreign.js" });
      add("img", { src: "/nothing-there.png", onerror: "window.ran = 'an attribute'" });
      add("iframe", { src: "http://localhost:9/frame" });
      add("object", { data: "http://localhost:9/object" });
      void fetch("http://localhost:9/told").catch(() => undefined);
    });
    for (const what of ["script-src", "frame", "object", "connect-src"]) {
      await expect.poll(() => refused.some((message) => message.includes(what)), { message: what }).toBe(true);
    }
    expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
  },
);
