"""Which program for publishing laid a page out, by what it leaves in the page."""

import re

LAYOUTS = {
    name: re.compile(mark, re.I)
    for name, mark in {
        "wordpress": r"<meta[^>]+generator[^>]+wordpress|/wp-(?:content|includes)/",
        "drupal": r"<meta[^>]+generator[^>]+drupal|drupal-settings-json|jQuery\.extend\(Drupal|/sites/default/files/",
        "joomla": r"<meta[^>]+generator[^>]+joomla|/media/jui/|/components/com_",
        "typo3": r"<meta[^>]+generator[^>]+typo3|/typo3(?:temp|conf)/",
        "arc": r"fusion-engine|window\.Fusion|arc-?publishing|/pb/resources/|arcpublishing",
        "blogger": r"<meta[^>]+generator[^>]+blogger|blogger\.com/static",
        "medium": r"<meta[^>]+al:android:package[^>]+com\.medium\.reader|cdn-static-\d\.medium\.com",
    }.items()
}


def layout(page):
    """The name of the program, "other" for none of the known."""
    return next((name for name, mark in LAYOUTS.items() if mark.search(page)), "other")
