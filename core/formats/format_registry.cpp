// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format_registry.h"

#include "core/formats/augmented_manifest_format.h"
#include "core/formats/coco_format.h"
#include "core/formats/createml_format.h"
#include "core/formats/csv_format.h"
#include "core/formats/cvat_format.h"
#include "core/formats/kitti_format.h"
#include "core/formats/labelimg_format.h"
#include "core/formats/labelme_format.h"
#include "core/formats/openimages_format.h"
#include "core/formats/recordio_format.h"
#include "core/formats/sagemaker_json_format.h"
#include "core/formats/sagemaker_responses_format.h"
#include "core/formats/voc_format.h"
#include "core/formats/vott_format.h"
#include "core/formats/wrong_kind.h"
#include "core/formats/x_anylabeling_format.h"
#include "core/formats/yolo_format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FormatRegistry)
};

std::vector<std::unique_ptr<DatasetFormat>> makeFormats()
{
    std::vector<std::unique_ptr<DatasetFormat>> formats;
    formats.push_back(std::make_unique<SagemakerJsonFormat>());
    formats.push_back(std::make_unique<AugmentedManifestFormat>());
    formats.push_back(std::make_unique<RecordIoFormat>());
    formats.push_back(std::make_unique<LabelImgFormat>()); // before those whose files it has
    formats.push_back(std::make_unique<VocFormat>());
    formats.push_back(std::make_unique<CocoFormat>());
    // The next two before YOLO, which takes any folder with classes.txt.
    formats.push_back(std::make_unique<KittiFormat>());
    formats.push_back(std::make_unique<SagemakerResponsesFormat>());
    formats.push_back(std::make_unique<YoloFormat>());
    formats.push_back(std::make_unique<CvatFormat>());
    formats.push_back(std::make_unique<CreateMlFormat>());
    formats.push_back(std::make_unique<LabelmeFormat>());
    formats.push_back(std::make_unique<XAnyLabelingFormat>());
    formats.push_back(std::make_unique<VottFormat>()); // before CSV, which its tables are
    formats.push_back(std::make_unique<OpenImagesFormat>());
    formats.push_back(std::make_unique<CsvFormat>());
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

Result<const DatasetFormat *> formatOf(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path))
        return failure(Text::tr("%1 does not exist").arg(shown));
    if (const DatasetFormat *format = recognizeFormat(path))
        return format;
    const QString kind = describeWrongKind(path);
    return failure(kind.isEmpty() ? Text::tr("%1 looks like none of the known formats").arg(shown) : kind);
}

} // namespace boxwright
