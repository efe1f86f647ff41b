// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format_registry.h"

#include "core/formats/augmented_manifest_format.h"
#include "core/formats/recordio_format.h"
#include "core/formats/sagemaker_json_format.h"
#include "core/formats/voc_format.h"

#include <algorithm>

namespace boxwright {

namespace {

std::vector<std::unique_ptr<DatasetFormat>> makeFormats()
{
    std::vector<std::unique_ptr<DatasetFormat>> formats;
    formats.push_back(std::make_unique<SagemakerJsonFormat>());
    formats.push_back(std::make_unique<AugmentedManifestFormat>());
    formats.push_back(std::make_unique<RecordIoFormat>());
    formats.push_back(std::make_unique<VocFormat>());
    return formats;
}

template<class Condition>
const DatasetFormat *firstFormat(Condition condition)
{
    const auto &formats = datasetFormats();
    const auto at = std::find_if(formats.begin(), formats.end(), condition);
    return at != formats.end() ? at->get() : nullptr;
}

} // namespace

const std::vector<std::unique_ptr<DatasetFormat>> &datasetFormats()
{
    static const std::vector<std::unique_ptr<DatasetFormat>> formats = makeFormats();
    return formats;
}

const DatasetFormat *datasetFormat(const QString &id)
{
    return firstFormat([&id](const auto &format) { return format->id() == id; });
}

const DatasetFormat *recognizeFormat(const QString &path)
{
    return firstFormat([&path](const auto &format) { return format->recognizes(path); });
}

} // namespace boxwright
