// The shortest chain between two people, countries or organizations
// Through statements, meetings, offices and places; being named in one article does not count.
WITH 'Antony Blinken' AS one, 'NATO' AS other
MATCH (x:Entity), (y:Entity)
WHERE (one = x.name OR one IN x.alternateNames) AND (other = y.name OR other IN y.alternateNames) AND x <> y
MATCH path = shortestPath((x)-[:MADE|ADDRESSED_TO|ABOUT|MADE_AT|PARTICIPATED_IN|HELD_IN|HOLDS_POSITION|LOCATED_IN*..8]-(y))
RETURN path;
