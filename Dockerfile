# The gateway as a container: built with everything, run with what it needs, by a user without rights and without npm.
# Not yet built by its authors: no container engine was at hand where this file was written.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY .config/tsconfig.build.json .config/copy-pages.js .config/
COPY src src
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim AS run
# Nothing is installed at run time.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
    /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  && install -d -o node -g node -m 0700 /var/lib/phr-gateway
WORKDIR /app
COPY package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY profiles profiles
COPY config config
ENV PHR_HOST=0.0.0.0 \
    PHR_PORT=3000 \
    PHR_DATA_FILE=/var/lib/phr-gateway/data.sqlite
USER node
VOLUME /var/lib/phr-gateway
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=4s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PHR_PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Signals reach the gateway itself: no shell and no npm in between.
CMD ["node", "--enable-source-maps", "dist/main.js"]
