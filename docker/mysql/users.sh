#!/bin/bash
# Run once by the MySQL image on an empty data directory. Two users with a schema each: the owner of our tables, who also
# makes the services' user `duibiao_app`, and the engine's.
mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
CREATE USER 'duibiao_owner'@'%' IDENTIFIED BY '$DUIBIAO_OWNER_PASSWORD';
GRANT ALL ON duibiao.* TO 'duibiao_owner'@'%' WITH GRANT OPTION;
GRANT CREATE USER ON *.* TO 'duibiao_owner'@'%';
CREATE USER 'temporal'@'%' IDENTIFIED BY '$TEMPORAL_DB_PASSWORD';
GRANT ALL ON temporal.* TO 'temporal'@'%';
GRANT ALL ON temporal_visibility.* TO 'temporal'@'%';
SQL
