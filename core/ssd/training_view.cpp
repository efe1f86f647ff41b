// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/training_view.h"

#include "core/ssd/batch_loader.h"

namespace boxwright::ssd {

Result<TrainingView> viewTrainingImage(const TrainingRequest &request, int image, int epoch)
{
    const int side = request.hyperparameters.imageShape;
    ImageStore store(request.train, storeOptionsFor(side, /*budgetBytes=*/0));
    BatchLoaderOptions options;
    options.seed = request.seed;
    options.imageShape = side;
    options.augmentation = augmentationOptions(request.augmentation);
    const auto example = BatchLoader::example(store, options, epoch - 1, image);
    if (!example)
        return failure(example.error());
    TrainingView view;
    const cv::Mat &pixels = example->pixels;
    view.image = QImage(pixels.data, side, side, static_cast<qsizetype>(pixels.step), QImage::Format_RGB888).copy();
    for (const TargetBox &box : example->objects)
        view.boxes.push_back({box.classIndex,
                              {static_cast<double>(box.xmin) * side, static_cast<double>(box.ymin) * side,
                               static_cast<double>(box.xmax) * side, static_cast<double>(box.ymax) * side},
                              false});
    return view;
}

} // namespace boxwright::ssd
