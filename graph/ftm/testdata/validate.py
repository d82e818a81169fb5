# Holds the entities of a file, one a line, against the schemas of FollowTheMoney.
import json
import sys
from collections import Counter

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.proxy import EntityProxy

faults, schemas = [], Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    entities = {}
    for line in file.read().split("\n"):
        if line:
            entity = json.loads(line)
            if entity["id"] in entities:
                faults.append(f"{entity['id']}: twice")
            entities[entity["id"]] = entity

for id, entity in entities.items():
    schema = model.get(entity["schema"])
    schemas[schema.name] += 1
    if schema.abstract:
        faults.append(f"{id}: {schema.name} is abstract")
    try:
        schema.validate(entity)
    except InvalidData as fault:
        faults.append(f"{id}: {fault} {fault.errors}")
    for name in schema.required:
        if name not in entity["properties"]:
            faults.append(f"{id}: {schema.name} has no {name}")
    cleaned = EntityProxy.from_dict(entity, cleaned=False)
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub or prop.deprecated:
            faults.append(f"{id}: {schema.name} has no property {name}")
            continue
        if sorted(cleaned.get(name)) != sorted(values):
            faults.append(f"{id}: {name} {ascii(values)[:300]} would be {ascii(cleaned.get(name))[:300]}")
        if prop.range is not None:
            for value in values:
                if value not in entities:
                    faults.append(f"{id}: {name} {value} is not there")
                elif not model.get(entities[value]["schema"]).is_a(prop.range):
                    faults.append(f"{id}: {name} {value} is no {prop.range.name}")

print(json.dumps({"faults": faults, "schemas": {s: n for s, n in schemas.items() if s not in ("Documentation", "UnknownLink", "Position")}}))
