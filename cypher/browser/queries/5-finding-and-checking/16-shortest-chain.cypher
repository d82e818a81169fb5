// Shortest chain
// Between two people, countries or organizations, through what they said and answered, meetings, offices and places.
WITH 'Antony Blinken' AS one, 'NATO' AS other
MATCH (x:Entity), (y:Entity)
WHERE (one = x.name OR one IN x.alternateNames) AND (other = y.name OR other IN y.alternateNames) AND x <> y
MATCH path = shortestPath((x)-[:MADE|ADDRESSED_TO|ABOUT|WITHIN|RESPONDS_TO|MADE_AT|PARTICIPATED_IN|HELD_IN|HOLDS_POSITION|LOCATED_IN*..8]-(y))
RETURN path;
