// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project_models/model_entries.h"

#include "ui/project_models/model_name.h"

namespace boxwright {

namespace {

ModelEntry openedEntry(const OpenedModel &model)
{
    ModelEntry entry;
    entry.isOpened = true;
    entry.info = model.info;
    entry.problem = model.problem;
    entry.run.name = model.info && !model.info->isArtifact ? model.info->name : modelName(model.path);
    entry.run.folder = model.path;
    entry.run.model = model.path;
    if (model.info) {
        entry.run.baseNetwork = model.info->baseNetwork;
        entry.run.bestMap = model.info->validationMap;
    }
    return entry;
}

} // namespace

QList<ModelEntry> readModels(const ProjectSession &session, OpenedModels &opened)
{
    QList<ModelEntry> entries;
    for (const RunRecord &run : readRuns(session.runsFolder())) {
        if (!run.model.isEmpty())
            entries.append({run, false, {}, {}});
    }
    for (const OpenedModel &model : opened.models())
        entries.append(openedEntry(model));
    return entries;
}

QList<StartModel> startModels(const QList<ModelEntry> &entries)
{
    QList<StartModel> starts;
    for (const ModelEntry &entry : entries) {
        if (entry.isOpened && !entry.info)
            continue;
        const Result<ModelInfo> info = entry.info ? Result<ModelInfo>(*entry.info) : readModelInfo(entry.run.model);
        if (info && info->isTrainable)
            starts.append({entry.run.name, entry.run.model, info->baseNetwork, entry.run.bestMap, info->imageShape,
                           info->classes});
    }
    return starts;
}

} // namespace boxwright
